import { type KeyboardEvent, type ReactNode, useId } from 'react'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { type Loose, textOf } from '../draft/loose.ts'
import { FaultLines, faultsAt } from '../fields/field.tsx'
import { GrowingText } from '../fields/growing-text.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** How a row is marked as right. */
export type RowMark = {
  readonly kind: 'radio' | 'checkbox'
  readonly name: string
  readonly label: string
  readonly isMarked: boolean
  readonly onMark: () => void
}

export type RowProps = {
  readonly row: Loose
  readonly sign: string
  readonly name: string
  readonly path: string
  readonly faults: readonly FieldFault[]
  readonly mark: RowMark | undefined
  /** In its line, always in sight. */
  readonly beside: ReactNode
  /** With the ways to move and remove, in sight while the row is. */
  readonly tools: ReactNode
  readonly below: ReactNode
  readonly onText: (text: string) => void
  readonly onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  /** True when the pasted text was taken. */
  readonly onPasteText: (text: string) => boolean
  readonly onMove: { readonly up: (() => void) | null; readonly down: (() => void) | null }
  /** Null where the list cannot do with fewer rows. */
  readonly onRemove: (() => void) | null
}

/** One row: its mark, its sign, its text, and what can be done with it. */
export function Row({ row, sign, name, path, faults, mark, beside, tools, below, onText, onKey, onPasteText, onMove, onRemove }: RowProps) {
  const words = useWords(zh, en).rows
  const id = useId()
  const own = faultsAt(faults, `${path}.text`)
  return (
    <li className={mark?.isMarked ? 'z-row z-row-right' : 'z-row'} data-path={`${path}.text`}>
      <div className="z-row-line">
        {mark && <input type={mark.kind} name={mark.name} checked={mark.isMarked} aria-label={mark.label} onChange={mark.onMark} />}
        <span className="z-row-sign" aria-hidden="true">
          {sign}
        </span>
        <GrowingText
          value={textOf(row['text'])}
          label={name}
          invalid={own.length > 0}
          describedBy={own.length > 0 ? `${id}-faults` : undefined}
          onChange={onText}
          onKey={onKey}
          onPaste={event => {
            if (onPasteText(event.clipboardData.getData('text/plain'))) event.preventDefault()
          }}
        />
        {beside}
        <span className="z-row-tools">
          {tools}
          <RowAct icon="chevron-up" label={fill(words.up, { name })} onPress={onMove.up} />
          <RowAct icon="chevron-down" label={fill(words.down, { name })} onPress={onMove.down} />
          <RowAct icon="close" label={fill(words.remove, { name })} onPress={onRemove} />
        </span>
      </div>
      <FaultLines id={id} faults={own} />
      {below}
    </li>
  )
}

/** Reached with the arrow keys' own combinations too, so it is left out of the way of Tab. */
function RowAct({
  icon,
  label,
  onPress,
}: {
  readonly icon: 'chevron-up' | 'chevron-down' | 'close'
  readonly label: string
  readonly onPress: (() => void) | null
}) {
  return (
    <button
      type="button"
      className="z-icon-button z-row-act"
      aria-label={label}
      title={label}
      tabIndex={-1}
      disabled={onPress === null}
      onClick={() => onPress?.()}
    >
      <Icon name={icon} size={16} />
    </button>
  )
}
