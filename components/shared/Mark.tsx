/** The project's mark: a life line with a moment before, this moment, a moment after. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 22 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5">
      <path d="M1 8h20" />
      <circle cx="5" cy="8" r="2.6" fill="currentColor" stroke="none" />
      <circle cx="18" cy="8" r="2.2" fill="var(--bk-paper)" />
      <path d="M12 1.5v13" stroke="var(--bk-accent)" stroke-width="2" stroke-linecap="round" />
    </svg>
  );
}
