import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { StateWord, type Tone } from '../../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { showMillionths } from '../../contract.ts'
import { gapText, spentText } from '../facts/show.ts'
import { en as commonEn } from '../words.en.ts'
import { zh as commonZh } from '../words.zh.ts'
import type { RunAnswer } from './answers.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Certificate = NonNullable<RunAnswer['certificate']>
const TONES: Readonly<Record<Certificate['status'], Tone>> = {
  'proved-best': 'done',
  'within-gap': 'done',
  feasible: 'done',
  infeasible: 'failing',
  'not-found': 'ended',
}

/** What is proved of the forms, in a sentence first and in figures below. */
export function CertificateCard({ certificate }: { readonly certificate: Certificate }) {
  const words = useWords(zh, en).certificate
  const language = useLanguage()
  return (
    <Sheet title={words.title} note={words.note}>
      <div className="z-stack">
        <StateWord tone={TONES[certificate.status]} strong>
          {words.status[certificate.status]}
        </StateWord>
        <p>{certificate.said[language]}</p>
        <Facts facts={useFigures(certificate)} columns={2} />
      </div>
    </Sheet>
  )
}

function useFigures(certificate: Certificate) {
  const words = useWords(zh, en).certificate
  const goals: Readonly<Record<string, string>> = useWords(commonZh, commonEn).goals
  const ways: Readonly<Record<string, string>> = words.ways
  const language = useLanguage()
  const { objective, bound, boundBy, gap, way } = certificate
  const proved = [
    { label: words.goal, value: goals[certificate.goal] ?? certificate.goal },
    { label: words.objective, value: objective === null ? words.none : showMillionths(objective) },
    {
      label: words.bound,
      value: bound === null ? words.none : showMillionths(bound),
      note: boundBy === null ? undefined : words.by[boundBy],
    },
    { label: words.gap, value: gap === null ? words.none : gapText(gap) },
    { label: words.way, value: way === null ? words.none : (ways[way] ?? way) },
  ]
  const { items, constraints, forms } = certificate
  return [
    ...(certificate.status === 'infeasible' || certificate.status === 'not-found' ? proved.slice(0, 1) : proved),
    { label: words.spent, value: spentText(certificate.milliseconds, language) },
    { label: words.size, value: fill(words.sizeOf, { items, constraints, forms }), wide: true },
    { label: words.solver, value: certificate.solver },
    { label: words.seed, value: <span className="z-proof-digest">{certificate.seed}</span>, wide: true },
    { label: words.digest, value: <span className="z-proof-digest">{certificate.problemDigest}</span>, wide: true },
  ]
}
