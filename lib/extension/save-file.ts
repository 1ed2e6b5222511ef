/** Hands text to the reader as a file, as the browser saves downloads; no permission is needed for that. */
export function saveFile(name: string, pieces: readonly string[], type: string): void {
  const address = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file over by then; at once would be too early in Firefox.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
