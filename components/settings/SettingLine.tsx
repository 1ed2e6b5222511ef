import type { ComponentChildren } from 'preact';

interface LineProps {
  title: ComponentChildren;
  detail?: ComponentChildren;
  children?: ComponentChildren;
}

/** One setting: what it is, what that means, and its control. */
export function SettingLine({ title, detail, children }: LineProps) {
  return (
    <div class="line">
      <span>
        <b>{title}</b>
        {detail && <small>{detail}</small>}
      </span>
      {children}
    </div>
  );
}

/** The same as a switch; the whole line is its label. */
export function SwitchLine({ title, detail, on, onChange }: Omit<LineProps, 'children'> & { on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="line">
      <span>
        <b>{title}</b>
        {detail && <small>{detail}</small>}
      </span>
      <input class="sw" type="checkbox" role="switch" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
    </label>
  );
}
