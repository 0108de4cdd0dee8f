import { FileButton } from '../../../../../ui/components/form/file-button.tsx'
import { showBytes } from '../../../../../ui/format.ts'
import { useLayoutEffect, useRef, useState } from '../../../../../ui/hooks.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { ProseBlocks } from '../../../pages/prose.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { type AddedFile, FileAnswerContent, FileAnswerResponse } from '../type.ts'
import { FileRows } from './file-rows.tsx'

/** The candidate's view: files are sent as soon as they are chosen, and stand in the list once the server has them. */
export function FileAnswerView({ content, response, readOnly, name, onRespond, mediaUrl, upload }: ItemViewProps) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const item = FileAnswerContent.parse(content)
  const given = FileAnswerResponse.safeParse(response)
  const files = given.success ? given.data.files : []
  const latestRef = useRef(files)
  useLayoutEffect(() => {
    latestRef.current = files
  })
  const [told, setTold] = useState('')
  const [isBusy, setBusy] = useState(false)
  const size = showBytes(item.mostBytes)
  const respond = (next: readonly AddedFile[]) => onRespond(next.length === 0 ? null : { version: 1, files: next })
  const add = async (file: File) => {
    if (upload === undefined) return
    if (files.length >= item.mostFiles) return setTold(fill(words.fileTooMany, { most: item.mostFiles }))
    if (file.size > item.mostBytes) return setTold(fill(words.fileTooLarge, { name: file.name, size }))
    setBusy(true)
    setTold(fill(words.fileAdding, { name: file.name }))
    const taken = await upload(file)
    setBusy(false)
    setTold(taken.ok ? '' : taken.refusal[language])
    if (taken.ok) respond([...latestRef.current.filter(one => one.sha256 !== taken.value.sha256), taken.value])
  }
  return (
    <>
      <ProseBlocks prose={item.stem} id={`${name}-stem`} mediaUrl={mediaUrl} />
      <div className="z-files" role="group" aria-labelledby={`${name}-stem`} aria-describedby={`${name}-hint`}>
        <p className="z-options-hint" id={`${name}-hint`}>
          {fill(words.fileLimits, { most: item.mostFiles, size })}
        </p>
        <FileRows files={files} onRemove={readOnly ? null : file => respond(files.filter(one => one.sha256 !== file.sha256))} />
        {upload === undefined ? (
          <p className="z-field-note">{words.fileExamOnly}</p>
        ) : (
          <FileButton
            name={name}
            accept={item.accept.join(',')}
            disabled={readOnly || isBusy}
            className={readOnly || isBusy ? 'z-button z-file-button z-file-off' : 'z-button z-file-button'}
            onFile={file => void add(file)}
          >
            <span>{words.fileAdd}</span>
          </FileButton>
        )}
        <p className="z-field-note" role="status">
          {told}
        </p>
      </div>
    </>
  )
}
