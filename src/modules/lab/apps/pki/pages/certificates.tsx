import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { ActButton } from '../../../pages/parts/act-button.tsx'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { CertFacts } from './cert-facts.tsx'
import { Exports, ImportFile } from './exports.tsx'
import { periodText } from './text.ts'
import { Trust } from './trust.tsx'
import type { OwnCertificate, PkiProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.certs

/** 我的证书: the certificates of this machine, what can be done with one, files of them, and the root one trusts. */
export function Certificates(props: PkiProps) {
  const { view } = props
  const [chosen, setChosen] = useState<string | null>(view.certs.length === 1 ? (view.certs[0]?.serial ?? null) : null)
  const cert = view.certs.find(c => c.serial === chosen)
  return (
    <>
      <section aria-label={words.list}>
        <h2>{words.list}</h2>
        <List certs={view.certs} chosen={chosen} onChoose={setChosen} />
      </section>
      {cert !== undefined && <One {...props} cert={cert} key={cert.serial} />}
      <Exports {...props} />
      <ImportFile {...props} />
      <Trust {...props} />
    </>
  )
}

type ListProps = {
  readonly certs: readonly OwnCertificate[]
  readonly chosen: string | null
  readonly onChoose: (serial: string) => void
}

function List({ certs, chosen, onChoose }: ListProps) {
  const columns = [
    { zh: all.cert.subject },
    { zh: all.cert.serial },
    { zh: all.cert.period },
    { zh: all.cert.status },
    { zh: words.view, unseen: true },
  ]
  const rows = certs.map(({ serial, subject, status, statusZh, successor, ...cert }) => ({
    key: serial,
    cells: [
      subject.name,
      <span className="lab-code" key="serial">
        {serial}
      </span>,
      periodText(cert),
      <span className={status === 'valid' ? 'pki-good' : 'pki-bad'} key="status">
        {successor === null ? statusZh : fill(words.successor, { serial: successor })}
      </span>,
      <button
        type="button"
        className="z-link"
        aria-expanded={serial === chosen}
        aria-label={`${words.view} ${serial}`}
        onClick={() => onChoose(serial)}
        key="view"
      >
        {words.view}
      </button>,
    ],
  }))
  return <SheetTable label={words.list} columns={columns} rows={rows} empty={words.none} />
}

function One(props: PkiProps & { readonly cert: OwnCertificate }) {
  const { cert, act, busy, fileUrl } = props
  const title = fill(words.detail, { serial: cert.serial })
  const may = (what: string): boolean => cert.acts.includes(what)
  return (
    <section className="pki-notice" aria-label={title}>
      <h2>{title}</h2>
      <CertFacts cert={cert} href={fileUrl('pki', `certificate:${cert.serial}`)} />
      <div className="lab-buttons">
        {may('renew') && <ActButton act={act} busy={busy} type="pki.renew" data={{ serial: cert.serial }} label={words.renew} />}
        {may('revokeCancel') && (
          <ActButton act={act} busy={busy} type="pki.revoke.cancel" data={{ serial: cert.serial }} label={words.cancel} />
        )}
      </div>
      {may('export') && <ExportFile {...props} />}
      {may('revoke') && (
        <>
          <h3>{words.revokeTitle}</h3>
          <CommandForm
            {...props}
            name={`${words.revokeTitle} ${cert.serial}`}
            type="pki.revoke"
            fields={[{ name: 'reason', zh: words.reason, kind: 'radio', choices: Object.entries(words.reasons) }]}
            data={v => ({ serial: cert.serial, reason: v['reason'] ?? '' })}
            submit={words.revoke}
            minor
          />
        </>
      )}
    </section>
  )
}

/** What is exported is chosen by the person, and so is the place: a key file in a common folder is possible, and a fault. */
function ExportFile(props: PkiProps & { readonly cert: OwnCertificate }) {
  const { cert } = props
  return (
    <>
      <h3>{words.exportTitle}</h3>
      <CommandForm
        {...props}
        name={`${words.exportTitle} ${cert.serial}`}
        type="pki.export"
        fields={[
          {
            name: 'withKey',
            zh: words.withKey,
            kind: 'radio',
            first: 'no',
            choices: [
              ['no', words.certOnly],
              ['yes', words.keyToo],
            ],
          },
          { name: 'password', zh: words.password, kind: 'password' },
          { name: 'folder', zh: words.folder, first: '/', note: words.folderNote },
          { name: 'name', zh: words.name },
        ]}
        data={v => ({
          serial: cert.serial,
          withKey: v['withKey'] === 'yes',
          password: v['password'] ?? '',
          folder: (v['folder'] ?? '').trim(),
          name: (v['name'] ?? '').trim(),
        })}
        submit={words.export}
      />
    </>
  )
}
