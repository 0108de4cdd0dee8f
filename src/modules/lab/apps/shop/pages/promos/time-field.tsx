import { useId } from '../../../../../../ui/hooks.ts'

/** Day and time of the world. */
export function TimeField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="trade-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="datetime-local" value={value} onInput={event => onChange((event.target as HTMLInputElement).value)} />
    </div>
  )
}
