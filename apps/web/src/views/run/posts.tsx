import type { RunFile } from '@hashsight/formats';
import { thousands } from '../../parts/numbers.js';

/** What became of the posts. */
export function Posts({ posts }: { readonly posts: NonNullable<RunFile['posts']> }) {
  const rows: readonly (readonly [string, number])[] = [
    ['records read', posts.records],
    ['posts', posts.posts],
    ['posts with a label', posts.labelled],
    ['of them with a duplicate image', posts.duplicates],
    ['distinct hashtags', posts.hashtags],
    ['that belong to a class', posts.inClasses],
    ['that were dropped', posts.dropped],
  ];
  return (
    <div class="card">
      <h3>From posts to a training set</h3>
      <table>
        <caption class="hidden">From posts to a training set</caption>
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">{thousands(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
