import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { askHost, token } from '../model/host.js';

/** An image of the page's host. With a token it is fetched by script, since an `img` would ask without it. */
export function HostImage({ url, alt }: { readonly url: string; readonly alt: string }) {
  const shown = useSignal(token === undefined ? url : undefined);
  useEffect(() => {
    if (token === undefined || !url.startsWith(location.origin)) {
      shown.value = url;
      return undefined;
    }
    let address: string | undefined;
    let isGone = false;
    askHost(new URL(url))
      .then((response) => response.blob())
      .then((blob) => {
        if (isGone) return;
        address = URL.createObjectURL(blob);
        shown.value = address;
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [url]);
  return <img src={shown.value} alt={alt} loading="lazy" />;
}
