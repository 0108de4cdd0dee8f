import { useId } from 'react'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { FaultLines, faultsAt } from '../fields/field.tsx'

/** Says that a row keeps its place when the others are shuffled. */
export function PinTick({
  label,
  name,
  isOn,
  onTurn,
}: {
  readonly label: string
  readonly name: string
  readonly isOn: boolean
  readonly onTurn: (isOn: boolean) => void
}) {
  return (
    <label className={isOn ? 'z-pin z-pin-on' : 'z-pin'} title={name}>
      <input type="checkbox" checked={isOn} aria-label={name} onChange={event => onTurn(event.target.checked)} />
      <span aria-hidden="true">{label}</span>
    </label>
  )
}

/** What is wrong with the key as a whole, where the writer marks what is right. */
export function KeyFaults({ path, faults }: { readonly path: string; readonly faults: readonly FieldFault[] }) {
  const id = useId()
  const own = [...faultsAt(faults, path), ...faultsAt(faults, 'key')]
  return (
    <div data-path={path}>
      <FaultLines id={id} faults={own} />
    </div>
  )
}
