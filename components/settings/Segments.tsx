interface Props<T extends string> {
  /** Names the group for assistive technology. */
  label: string;
  name: string;
  options: readonly { value: T; text: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few, side by side: radio buttons in the shape of a segmented control. */
export function Segments<T extends string>({ label, name, options, value, onChange }: Props<T>) {
  return (
    <span class="seg" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.text}</span>
        </label>
      ))}
    </span>
  );
}
