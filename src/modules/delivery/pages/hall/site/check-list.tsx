import type { UseQueryResult } from '@tanstack/react-query'
import { StateWord, type Tone } from '../../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import type { RefusalError } from '../../../../../ui/use-endpoint.ts'
import { useLanguage, useWords } from '../../../../../ui/words.ts'
import type { Arming } from './site-steps.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const TONES: Readonly<Record<Arming['findings'][number]['verdict'], Tone>> = { fulfilled: 'done', look: 'waiting', 'in-the-way': 'failing' }

/** What the server found, line by line: everything arming asks for, with its verdict. */
export function CheckList({ arming }: { readonly arming: UseQueryResult<Arming, RefusalError> }) {
  const words = useWords(zh, en).checks
  const language = useLanguage()
  if (arming.isPending) return <WaitingSkeleton lines={4} head={false} />
  if (arming.data === undefined) return <RefusalNote refusal={arming.error?.told} onRetry={() => void arming.refetch()} />
  return (
    <>
      <ul className="h-checks">
        {arming.data.findings.map((finding, at) => (
          <li key={`${finding.code} ${at}`}>
            <StateWord tone={TONES[finding.verdict]}>{words.verdicts[finding.verdict]}</StateWord>
            <span>{finding[language]}</span>
          </li>
        ))}
      </ul>
      <button type="button" className="z-link" onClick={() => void arming.refetch()}>
        {words.again}
      </button>
    </>
  )
}
