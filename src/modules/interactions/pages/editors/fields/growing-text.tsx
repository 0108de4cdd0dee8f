import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react'

export type GrowingTextProps = {
  readonly value: string
  readonly onChange: (text: string, caret: number) => void
  readonly id?: string | undefined
  /** Names the field where no label is tied to it. */
  readonly label?: string | undefined
  readonly placeholder?: string | undefined
  readonly mono?: boolean
  readonly invalid?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly input?: RefObject<HTMLTextAreaElement | null>
  readonly onKey?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined
  readonly onPaste?: ((event: ClipboardEvent<HTMLTextAreaElement>) => void) | undefined
  readonly onFocus?: (() => void) | undefined
}

/** A text as tall as what is written in it. Keys pressed while an input method composes are not handed on. */
export function GrowingText(props: GrowingTextProps) {
  const { value, onChange, id, label, placeholder, mono = false, invalid, describedBy, input, onKey, onPaste, onFocus } = props
  return (
    <div className={mono ? 'z-growing z-growing-mono' : 'z-growing'} data-text={value}>
      <textarea
        id={id}
        rows={1}
        value={value}
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        placeholder={placeholder}
        spellCheck={false}
        ref={input}
        onChange={event => onChange(event.target.value, event.target.selectionStart)}
        onKeyDown={event => {
          if (!isComposing(event)) onKey?.(event)
        }}
        onPaste={onPaste}
        onFocus={onFocus}
      />
    </div>
  )
}

/** Is the key part of writing a character with an input method? */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229
}

/** Writes at the caret as if it had been typed, so that it can be undone. */
export function typeInto(field: HTMLTextAreaElement, text: string): void {
  field.focus()
  if (document.execCommand('insertText', false, text)) return
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
