import type { Command } from 'commander';
import type { Finding } from '../machine/check.js';
import { checkMachine } from '../machine/check-machine.js';

/** `hashsight doctor`: checks whether this machine meets Hashsight's requirements, with advice for missing ones. */
export function doctorCommand(command: Command): Command {
  return command
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExits with 1 if a requirement is missing.')
    .action(async ({ json }: { json?: true }) => {
      const findings = await checkMachine();
      console.log(json === true ? JSON.stringify(findings, null, 2) : findings.map(findingText).join('\n'));
      const missing = findings.filter(({ status }) => status === 'missing').map(({ name }) => name);
      if (missing.length === 0) return;
      const { HashsightError } = await import('@hashsight/formats');
      throw new HashsightError(`doctor: missing ${missing.join(', ')}; see the advice above`);
    });
}

const MARKS = { ok: 'ok', missing: 'MISSING', absent: '-' } as const satisfies Record<
  Finding['status'],
  string
>;

function findingText({ name, status, found, advice }: Finding): string {
  const line = `${MARKS[status].padEnd(8)}${name.padEnd(15)}${found}`;
  return advice === undefined ? line : `${line}\n${''.padEnd(23)}${advice}`;
}
