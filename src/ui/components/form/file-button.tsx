import type { ReactNode } from 'react'

export type FileButtonProps = {
  readonly onFile: (file: File) => void
  /** What the label shows: words, with or without a mark. */
  readonly children: ReactNode
  /** Endings or media types, as an input takes them. */
  readonly accept?: string
  readonly name?: string
  readonly disabled?: boolean
  readonly className?: string
}

/** A native file input under a label that looks like a button; it is emptied afterwards, so that the same file can be chosen again. */
export function FileButton({ onFile, children, accept, name, disabled, className = 'z-button' }: FileButtonProps) {
  return (
    <label className={className} aria-disabled={disabled}>
      {children}
      <input
        type="file"
        className="z-unseen"
        name={name}
        accept={accept}
        disabled={disabled}
        onChange={event => {
          const input = event.currentTarget
          const file = input.files?.[0]
          if (file !== undefined) onFile(file)
          input.value = ''
        }}
      />
    </label>
  )
}
