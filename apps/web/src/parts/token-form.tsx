import { useRef } from 'preact/hooks';
import { giveToken, token } from '../model/host.js';

/** Asks for the token of a server that has one. */
export function TokenForm() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <form
      class="card token"
      onSubmit={(event) => {
        event.preventDefault();
        giveToken(input.current?.value.trim() ?? '');
      }}
    >
      <label for="token">
        {token === undefined ? 'This server asks for its token.' : 'That was not the token of this server.'}
      </label>
      <input ref={input} id="token" type="password" autocomplete="current-password" required />
      <button type="submit" class="button main">
        Open
      </button>
    </form>
  );
}
