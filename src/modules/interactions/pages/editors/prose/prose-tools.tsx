import { useRef } from 'react'
import { useWords } from '../../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

export type ProseToolsProps = {
  readonly onGap?: (() => void) | undefined
  readonly onCode: () => void
  readonly onTable: () => void
  readonly onPicture?: ((file: File) => void) | undefined
}

/** What can be put into a text. Pressing a tool leaves the caret where it is. */
export function ProseTools({ onGap, onCode, onTable, onPicture }: ProseToolsProps) {
  const words = useWords(zh, en).prose
  return (
    <span className="z-prose-tools">
      {onGap && <Tool label={words.gap} keys="Ctrl+G" onPress={onGap} />}
      <Tool label={words.code} onPress={onCode} />
      <Tool label={words.table} onPress={onTable} />
      {onPicture && <PictureTool label={words.picture} onFile={onPicture} />}
    </span>
  )
}

/** One tool. */
export function Tool({ label, keys, onPress }: { readonly label: string; readonly keys?: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="z-tool" onMouseDown={event => event.preventDefault()} onClick={onPress}>
      {label}
      {keys !== undefined && <kbd>{keys}</kbd>}
    </button>
  )
}

const PICTURES = 'image/png,image/jpeg,image/svg+xml,image/webp'

/** A button over a hidden choice of files. */
export function PictureTool({ label, onFile }: { readonly label: string; readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className="z-tool" onMouseDown={event => event.preventDefault()} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={PICTURES}
        aria-label={label}
        onChange={event => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
