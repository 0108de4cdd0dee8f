import { colons, periodText, usageText } from './text.ts'
import type { Certificate } from './view.ts'
import { words as all } from './words.ts'

const words = all.cert

/** What a certificate says, in the order one checks it, and the file itself. */
export function CertFacts({ cert, href }: { readonly cert: Certificate; readonly href: string }) {
  const { subject, serial, usage, store, fingerprint } = cert
  const facts = [
    [words.subject, subject.name],
    [words.org, subject.org],
    [words.email, subject.email],
    [words.period, periodText(cert)],
    [words.usage, usageText(usage)],
    [words.store, store === null ? '' : (all.stores[store] ?? store)],
  ] as const
  return (
    <>
      <dl className="lab-facts">
        {facts
          .filter(([, said]) => said !== '')
          .flatMap(([name, said]) => [<dt key={`${name}-name`}>{name}</dt>, <dd key={name}>{said}</dd>])}
        <dt>{words.serial}</dt>
        <dd className="lab-code">{serial}</dd>
        <dt>{words.fingerprint}</dt>
        <dd className="lab-code">{colons(fingerprint)}</dd>
      </dl>
      <p>
        <a href={href} download>
          {words.file}
        </a>
      </p>
    </>
  )
}
