/** The only door to the console: says which feature failed, never what the reader reads. */
export function reportError(feature: string, error: unknown): void {
  console.error(`[backgrounder] ${feature}:`, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
