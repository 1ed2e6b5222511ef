import { browser } from 'wxt/browser';
import { openLedger } from '../store/ledger.ts';

/** What is written down of the library beside its database. */
export const ledger = openLedger(browser.storage.local);
