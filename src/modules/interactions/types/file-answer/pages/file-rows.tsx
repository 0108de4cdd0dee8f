import { showBytes } from '../../../../../ui/format.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import type { AddedFile } from '../type.ts'

type Props = {
  readonly files: readonly AddedFile[]
  /** Null where nothing can be removed. */
  readonly onRemove: ((file: AddedFile) => void) | null
}

/** The files of a response by name and size. */
export function FileRows({ files, onRemove }: Props) {
  const words = useWords(zh, en)
  if (files.length === 0) return <p className="z-file-none">{words.fileNone}</p>
  return (
    <ul className="z-file-rows">
      {files.map(file => (
        <li key={file.sha256}>
          <span className="z-file-name">{file.name}</span>
          <span className="z-file-size">{showBytes(file.bytes)}</span>
          {onRemove === null ? null : (
            <button
              type="button"
              className="z-move"
              aria-label={fill(words.fileRemove, { name: file.name })}
              onClick={() => onRemove(file)}
            >
              <svg className="z-icon" viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
                <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
              </svg>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
