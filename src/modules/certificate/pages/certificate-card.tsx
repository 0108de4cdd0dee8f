import { localDate } from '../../../kernel/local-date.ts'
import { SealMark } from '../../../ui/components/mark/seal-mark.tsx'
import { StateShape, type Tone } from '../../../ui/components/mark/state-word.tsx'
import { showDate } from '../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import { type PublicCertificateView, RESULT_BANDS, type ResultBand } from '../contract.ts'
import './certificate.css'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const TONES: Readonly<Record<PublicCertificateView['standing']['kind'], Tone>> = {
  valid: 'done',
  'sheet-replaced': 'waiting',
  revoked: 'failing',
}
const GRADES = { 1: 'g1', 2: 'g2', 3: 'g3', 4: 'g4', 5: 'g5' } as const
const BANDS: readonly ResultBand[] = ['fail', 'pass', 'good', 'excellent']

/** A certificate drawn as one: its standing above, what stands on the sheet, what was certified. `holder` replaces the masked name. */
export function CertificateCard({ certificate, holder }: { readonly certificate: PublicCertificateView; readonly holder?: string }) {
  const words = useWords(zh, en).card
  const tone = TONES[certificate.standing.kind]
  return (
    <article className={`zc-card zc-${certificate.standing.kind}`}>
      <Standing certificate={certificate} tone={tone} />
      <div className="zc-paper">
        <header className="zc-head">
          <SealMark size={44} />
          <h2>{words.heading}</h2>
          <p className="zc-number">{grouped(certificate.number)}</p>
        </header>
        <p className="zc-name">{holder ?? certificate.maskedName}</p>
        <CardFacts certificate={certificate} />
        <section className="zc-certified">
          <h3>{words.certified}</h3>
          <BandLine label={words.theory} band={certificate.bands.theory} />
          <BandLine label={words.practical} band={certificate.bands.practical} />
        </section>
        <Remarks remarks={certificate.remarks} />
      </div>
    </article>
  )
}

function Standing({ certificate: { standing }, tone }: { readonly certificate: PublicCertificateView; readonly tone: Tone }) {
  const words = useWords(zh, en).card
  const language = useLanguage()
  const on = standing.kind === 'valid' ? '' : showDate(localDate(standing.on), language)
  const [word, note] = {
    valid: [words.valid, words.validNote],
    'sheet-replaced': [words.replaced, words.replacedNote],
    revoked: [words.revoked, words.revokedNote],
  }[standing.kind] as [string, string]
  return (
    <div className={`zc-standing z-tone-${tone}`} role="status">
      <StateShape tone={tone} size={28} />
      <div>
        <strong>{word}</strong>
        <p>{fill(note, { on })}</p>
        {standing.kind === 'revoked' && (
          <p>
            {words.reason}
            {language === 'zh' ? '：' : ': '}
            {standing.reason}
          </p>
        )}
      </div>
    </div>
  )
}

function CardFacts({ certificate: c }: { readonly certificate: PublicCertificateView }) {
  const words = useWords(zh, en).card
  const language = useLanguage()
  const grade = c.grade === null ? null : words.grades[GRADES[c.grade as keyof typeof GRADES]]
  const facts: readonly (readonly [string, string])[] = [
    [words.id, fill(words.idTail, { tail: c.idTail })],
    [words.occupation, c.occupation],
    [words.level, grade === null ? c.title : language === 'zh' ? `${c.title}（${grade}）` : `${c.title} (${grade})`],
    [words.edition, c.edition],
    [words.issuer, c.issuer],
    [words.issuedOn, showDate(localDate(c.issuedOn), language)],
    [words.session, c.sessionCode],
    [words.sheet, c.sheet],
  ]
  return (
    <dl className="zc-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The band as a word and as its place among the four. */
function BandLine({ label, band }: { readonly label: string; readonly band: ResultBand | null }) {
  const words = useWords(zh, en).card
  const language = useLanguage()
  const at = band === null ? -1 : BANDS.indexOf(band)
  return (
    <div className="zc-band">
      <span className="zc-band-label">{label}</span>
      {band === null ? (
        <span className="z-note">{words.notKept}</span>
      ) : (
        <>
          <strong>{RESULT_BANDS[band][language]}</strong>
          <svg viewBox="0 0 92 10" width="92" height="10" aria-hidden="true">
            <title>{words.scale}</title>
            {BANDS.map((one, i) => (
              <rect
                key={one}
                x={i * 24}
                y="1"
                width="20"
                height="8"
                rx="2"
                className={i <= at ? (band === 'fail' ? 'zc-step-low' : 'zc-step-on') : 'zc-step'}
              />
            ))}
          </svg>
        </>
      )}
    </div>
  )
}

function Remarks({ remarks }: { readonly remarks: PublicCertificateView['remarks'] }) {
  const words = useWords(zh, en).card
  const language = useLanguage()
  if (remarks.length === 0) return null
  return (
    <section className="zc-remarks">
      <h3>{words.remarks}</h3>
      {remarks.map(remark => (
        <p key={remark.zh}>{remark[language]}</p>
      ))}
    </section>
  )
}

/** A number in fours, as it is read aloud; what is copied has no spaces. */
function grouped(number: string) {
  return (number.match(/.{1,4}/g) ?? [number]).map((part, i) => <span key={i}>{part}</span>)
}
