/** Pack text as text, with "al-" kept on one line with its word. */
export function Prose({ text }: { text: string }) {
  return <>{text.split(whole).map((part, index) => (index % 2 === 1 ? <span class="nb">{part}</span> : part))}</>;
}

const whole = /(\b(?:al|el|an|as|ash|ad|ar|at)-[\p{L}’ʼ'\u0600-\u06ff]{2,16})/iu;
