/** How the user calls the program, for commands in messages: `npx hashsight` if npx started it. */
export function commandName(env: NodeJS.ProcessEnv = process.env): string {
  return env.npm_command === 'exec' ? 'npx hashsight' : 'hashsight';
}
