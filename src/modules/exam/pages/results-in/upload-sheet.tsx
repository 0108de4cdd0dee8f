import { useState } from 'react'
import { FileButton } from '../../../../ui/components/form/file-button.tsx'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { listResultsIn, uploadResult } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** A result package that came by stick: one file at a time, judged while one waits. */
export function UploadSheet({ sessionId }: { readonly sessionId: string }) {
  const words = useWords(zh, en).upload
  const { act, busy, refusal } = useAct(uploadResult, [listResultsIn])
  const [name, setName] = useState('')
  const [done, setDone] = useState<string | null>(null)
  const send = async (file: File) => {
    setName(file.name)
    setDone(null)
    const taken = await act({ params: { sessionId }, body: {}, file })
    if (!taken.ok) return
    const { siteCode: site, attempts, again } = taken.value
    setDone(fill(again ? words.again : words.done, { site, attempts }))
  }
  return (
    <Sheet title={words.title}>
      <p>{words.intro}</p>
      <div className="z-upload-result">
        <FileButton accept=".zhresult" disabled={busy} onFile={file => void send(file)}>
          <Icon name="upload" size={16} />
          {words.choose}
        </FileButton>
        <span aria-live="polite">
          {busy && <StateWord tone="running">{words.busy}</StateWord>}
          {done && <StateWord tone="done">{done}</StateWord>}
        </span>
      </div>
      <RefusalNote refusal={refusal} what={fill(words.refused, { name })} />
    </Sheet>
  )
}
