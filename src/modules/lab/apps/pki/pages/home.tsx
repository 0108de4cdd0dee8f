import { fill } from '../../../../../ui/words.ts'
import { ActButton } from '../../../pages/parts/act-button.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { clockText } from '../../../pages/desktop/clock-text.ts'
import { CertFacts } from './cert-facts.tsx'
import { colons } from './text.ts'
import type { PkiProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.home

/** The public site: the fingerprint that is published, the root to take away, the lists of what was revoked. */
export function Home(props: PkiProps) {
  const { view } = props
  const { root } = view
  return (
    <>
      {root !== null && (
        <section className="pki-notice" aria-label={words.notice}>
          <h2>{words.notice}</h2>
          <p>{words.noticeText}</p>
          <p className="lab-code pki-fingerprint">{colons(root.fingerprint)}</p>
        </section>
      )}
      <RevocationLists {...props} />
      <section aria-label={words.profiles}>
        <h2>{words.profiles}</h2>
        <SheetTable
          label={words.profiles}
          columns={[{ zh: words.profile }, { zh: words.docs }, { zh: words.period }]}
          rows={view.profiles.map(({ id, zh, docs, days }) => ({
            key: id,
            cells: [zh, docs.join('、'), fill(all.days, { n: days })],
          }))}
          empty=""
        />
      </section>
      {root !== null && (
        <section aria-label={words.root}>
          <h2>{words.root}</h2>
          <p className="z-note">{words.rootLead}</p>
          <CertFacts cert={root} href={props.fileUrl('pki', 'certificate:root')} />
        </section>
      )}
    </>
  )
}

function RevocationLists({ view, around, act, busy, fileUrl }: PkiProps) {
  return (
    <section aria-label={words.list}>
      <h2>{words.list}</h2>
      <p className="z-note">{words.listLead}</p>
      <ActButton act={act} busy={busy} type="pki.crl.fetch" data={{}} label={words.fetch} primary />
      {view.lists.length > 0 && (
        <ul className="pki-lists" aria-label={words.lists}>
          {view.lists.toReversed().map(({ number, until, serials }) => (
            <li key={number}>
              <p>
                <strong>{fill(words.listNumber, { n: number })}</strong>
                <span>{fill(words.listCount, { n: serials.length })}</span>
                <span className="z-note">
                  {fill(words.listUntil, { until: clockText(until) })}
                  {until < around.now && `（${words.old}）`}
                </span>
                <a href={fileUrl('pki', `list:${number}`)} download>
                  {all.download}
                  <span className="z-unseen">{fill(words.listNumber, { n: number })}</span>
                </a>
              </p>
              {serials.length === 0 ? (
                <p className="z-note">{words.listNone}</p>
              ) : (
                <ul className="lab-code">
                  {serials.map(serial => (
                    <li key={serial}>{serial}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
