import { useEffect, useState } from 'preact/hooks';
import { grant, grantedOrigins, takeBack, watchAccess } from './access.ts';
import { everyHost, originsOf, siteOfOrigin } from './origins.ts';

export interface HostAccess {
  granted: { all: boolean; sites: string[] };
  /** The last wish was not granted. */
  refused: boolean;
  grantAll: () => void;
  grantChosen: () => void;
  grantNone: () => void;
  grantSite: (site: string) => void;
  takeBackSite: (site: string) => void;
}

/** Which sites the reader has granted, kept in step with the browser's own settings, and ways to change it from a click. */
export function useHostAccess(): HostAccess {
  const [origins, setOrigins] = useState<string[]>([]);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const read = () => void grantedOrigins().then(setOrigins);
    read();
    return watchAccess(read);
  }, []);
  const sites = [...new Set(origins.map(siteOfOrigin).filter((site) => site !== null))].sort();
  const wide = origins.filter((origin) => siteOfOrigin(origin) === null);
  const told = (done: Promise<boolean>) => void done.then((ok) => setRefused(!ok));
  return {
    granted: { all: wide.length > 0, sites },
    refused,
    grantAll: () => told(grant(everyHost)),
    grantChosen: () => told(wide.length > 0 ? takeBack(wide) : Promise.resolve(true)),
    grantNone: () => told(origins.length > 0 ? takeBack(origins) : Promise.resolve(true)),
    grantSite: (site) => told(grant(originsOf(`https://${site}/`))),
    takeBackSite: (site) => told(takeBack(origins.filter((origin) => siteOfOrigin(origin) === site))),
  };
}
