import { useState } from 'react'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { makeSebFile } from '../../../contract.ts'
import { mayDo, useHall } from '../desk/hall.ts'
import { PasswordSlip } from './password-slip.tsx'
import { digestGroups } from './releases.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Made = AnswerOf<typeof makeSebFile>

/** The file for the machines: downloaded at once, its password shown this once, its digest to compare. */
export function FileStep({ prepared }: { readonly prepared: boolean }) {
  const words = useWords(zh, en)
  const { me, site, sitting } = useHall()
  // the name says which sitting it is for: at a site there are as many files as sittings
  const fileName = `${site.site?.siteName ?? ''} ${sitting.title}.seb`.trim()
  const { act, busy, refusal } = useAct(makeSebFile)
  const [made, setMade] = useState<Made | null>(null)
  const [copied, setCopied] = useState(false)
  const make = async () => {
    const reply = await act({ params: { sittingId: sitting.sittingId }, body: {} })
    if (!reply.ok) return
    saveAs(reply.value, fileName)
    setMade(reply.value)
    setCopied(false)
    notice(fill(words.file.made, { name: fileName }))
  }
  return (
    <section className="h-sheet" aria-labelledby="h-seb-file">
      <h2 id="h-seb-file">{words.file.title}</h2>
      <p>{words.file.what}</p>
      {made !== null && !copied && (
        <PasswordSlip
          lines={[{ name: words.passwords.file, how: words.passwords.fileHow, text: made.password }]}
          onClose={() => setCopied(true)}
        />
      )}
      {made !== null && <FileFacts made={made} fileName={fileName} />}
      {!prepared ? (
        <p className="z-note">{words.file.first}</p>
      ) : mayDo(me, 'seb-file') ? (
        <button
          type="button"
          className={made === null ? 'z-button z-button-primary' : 'z-button'}
          disabled={busy}
          onClick={() => void make()}
        >
          <Icon name="download" size={16} />
          {made === null ? words.file.make : words.file.again}
        </button>
      ) : (
        <p className="z-note">{words.prepare.needs}</p>
      )}
      <RefusalNote refusal={refusal} />
    </section>
  )
}

function FileFacts({ made, fileName }: { readonly made: Made; readonly fileName: string }) {
  const words = useWords(zh, en).file
  return (
    <dl className="h-facts h-seb-facts">
      <div>
        <dt>{words.name}</dt>
        <dd>{fileName}</dd>
      </div>
      <div>
        <dt>{words.digest}</dt>
        <dd>
          <code className="h-seb-digest">{digestGroups(made.sha256)}</code>
          <span className="z-note">{words.digestHow}</span>
        </dd>
      </div>
    </dl>
  )
}

/** Hands the bytes to the browser as a download. */
function saveAs({ base64, mediaType }: Made, fileName: string): void {
  const bytes = Uint8Array.from(atob(base64), sign => sign.codePointAt(0) ?? 0)
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName })
  link.click()
  URL.revokeObjectURL(address)
}
