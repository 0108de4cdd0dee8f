import { type DragEvent, type ReactNode, useId } from 'react'
import { showBytes } from '../../../../ui/format.ts'
import '../item-bank.css'

type Words = { readonly drop: string; readonly kinds: string; readonly other: string; readonly choose: string }
type Props = {
  readonly file: File | null
  /** Endings of the files that are taken, such as `.xlsx`; undefined for any. */
  readonly accept?: string
  readonly words: Words
  readonly onTake: (file: File | null) => void
  /** What stands below, such as a pattern to fill in. */
  readonly children: ReactNode
}

/** A place to drop a file or to choose one; a chosen file is shown by its name and size. */
export function FileChoice({ file, accept, words, onTake, children }: Props) {
  const id = useId()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    onTake(event.dataTransfer.files[0] ?? null)
  }
  return (
    <div onDragOver={event => event.preventDefault()} onDrop={drop}>
      <label className={file === null ? 'z-drop' : 'z-drop z-drop-filled'} htmlFor={id}>
        <strong>{file === null ? words.drop : file.name}</strong>
        <span id={`${id}-kinds`}>{file === null ? words.kinds : `${showBytes(file.size)} · ${words.other}`}</span>
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        className="z-unseen"
        aria-label={words.choose}
        aria-describedby={`${id}-kinds`}
        onChange={event => {
          onTake(event.target.files?.[0] ?? null)
          event.target.value = ''
        }}
      />
      {children}
    </div>
  )
}
