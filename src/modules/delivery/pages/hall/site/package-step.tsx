import { useState } from 'react'
import { FileButton } from '../../../../../ui/components/form/file-button.tsx'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { instant } from '../../../../../kernel/instant.ts'
import { showInstant } from '../../../../../ui/format.ts'
import { useAct, useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { type SitePackageView, importSitePackage, readArming, readSite, readSitePackages } from '../../../contract.ts'
import { type Me, mayDo } from '../desk/hall.ts'
import { en as keeperEn } from '../keeper/words.en.ts'
import { zh as keeperZh } from '../keeper/words.zh.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The packages that lie here, and the way to bring in another. */
export function PackageStep({ me }: { readonly me: Me }) {
  const words = useWords(zh, en).packages
  const command = useWords(keeperZh, keeperEn).command
  const read = useRead(readSitePackages, {})
  if (read.isPending) return <WaitingSkeleton lines={2} head={false} />
  if (read.error?.told.status === 404)
    return (
      <p>
        {words.absent} <code className="h-command">{command}</code>
      </p>
    )
  if (read.data === undefined) return <RefusalNote refusal={read.error?.told} onRetry={() => void read.refetch()} />
  const { packages } = read.data
  return (
    <>
      {packages.length === 0 ? <p>{words.none}</p> : packages.map(one => <PackageCard key={one.sitePackageId} one={one} />)}
      {mayDo(me, 'import') ? <ImportButton /> : <p className="z-note">{words.imports}</p>}
    </>
  )
}

function PackageCard({ one }: { readonly one: SitePackageView }) {
  const words = useWords(zh, en).packages
  const language = useLanguage()
  const time = (at: number) => showInstant(instant(at), language)
  return (
    <article className={one.current ? 'h-package h-package-current' : 'h-package'}>
      <p className="h-package-title">
        <strong>{one.title}</strong>
        {one.rehearsal && <span className="h-badge">{words.rehearsal}</span>}
        {one.current && <StateWord tone="done">{words.current}</StateWord>}
        <span>{words.state[one.state]}</span>
      </p>
      <p className="h-digest">
        <span className="z-note">{words.digest}</span>
        <code>{one.digest}</code>
        <span className="z-note">{words.digestHow}</span>
      </p>
      <p className="h-package-times z-note">
        <span>{fill(words.valid, { from: time(one.notBefore), until: time(one.notAfter) })}</span>
        <span>{fill(words.sealed, { time: time(one.sealedAt) })}</span>
        <span>{fill(words.imported, { time: time(one.importedAt) })}</span>
      </p>
    </article>
  )
}

function ImportButton() {
  const words = useWords(zh, en).packages
  const [name, setName] = useState('')
  const { act, busy, refusal } = useAct(importSitePackage, [readSitePackages, readSite, readArming])
  const bring = async (file: File) => {
    setName(file.name)
    const reply = await act({ file })
    if (reply.ok) notice(fill(words.done, { title: reply.value.title }))
  }
  return (
    <div className="h-import">
      <FileButton accept=".zhpkg" disabled={busy} className="z-button z-button-primary" onFile={file => void bring(file)}>
        <Icon name="upload" size={16} />
        {words.choose}
      </FileButton>
      {busy && (
        <span role="status" aria-busy="true">
          {name} {words.importing}
        </span>
      )}
      <RefusalNote refusal={refusal} what={words.refused} />
    </div>
  )
}
