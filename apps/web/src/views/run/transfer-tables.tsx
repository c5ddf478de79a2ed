import type { RunFile } from '@hashsight/formats';
import { counted, thousands } from '../../parts/numbers.js';
import { Scroll } from '../../parts/scroll.js';

type Transfer = NonNullable<RunFile['transfer']>;
type Task = Transfer['tasks'][number];
type Point = Task['entries'][number]['points'][number];

const inPoints = (share: number) => (100 * share).toFixed(1);

function Score({ point }: { readonly point: Point | undefined }) {
  if (point === undefined) return <td class="number">–</td>;
  const { low, high } = point.overSeeds ?? point.oneRun;
  return (
    <td class="number">
      {inPoints(point.mean)}
      <span class="range">
        {inPoints(low)}–{inPoints(high)}
      </span>
    </td>
  );
}

function TaskTable({ task }: { readonly task: Task }) {
  const shots = [...new Set(task.entries.flatMap(({ points }) => points.map((point) => point.shots)))];
  return (
    <div class="card">
      <h3>
        {task.name} <span class="soft">{task.metric}, in %</span>
      </h3>
      <p class="soft">
        {counted(task.classes, 'class', 'classes')}, {thousands(task.images.test)} test images; the test
        labels were opened {task.openings === 1 ? 'once' : counted(task.openings, 'time')}.
      </p>
      <Scroll label={`Scores on ${task.name}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">labels a class</th>
              {shots.map((each) => (
                <th key={each} scope="col" class="number">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {task.entries.map(({ title, points }, i) => (
              <tr key={title}>
                <th scope="row">
                  {title}
                  {task.exported === i && <span class="range">this model</span>}
                </th>
                {shots.map((each) => (
                  <Score key={each} point={points.find((point) => point.shots === each)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {task.sentences.map((sentence) => (
        <p key={sentence} class="soft sentence">
          {sentence}
        </p>
      ))}
    </div>
  );
}

/** What the features are worth on labelled tasks. */
export function TransferTables({ transfer }: { readonly transfer: Transfer }) {
  return (
    <section class="section" aria-labelledby="transfer-title">
      <h2 id="transfer-title">Transfer</h2>
      <p>Scores on labelled tasks, with 95 % intervals, beside the same network without pretraining.</p>
      <div class="columns">
        {transfer.tasks.map((task) => (
          <TaskTable key={task.name} task={task} />
        ))}
      </div>
    </section>
  );
}
