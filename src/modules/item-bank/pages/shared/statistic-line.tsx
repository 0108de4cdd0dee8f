import { fill, useWords } from '../../../../ui/words.ts'
import type { History } from './versions.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Figures of a version with their source in one line; what is unknown is left out. */
export function StatisticLine({ statistic }: { readonly statistic: Omit<History['statistics'][number], 'itemVersionId'> }) {
  const words = useWords(zh, en).statistics
  const { difficultyP, difficultyB, discrimination, meanSeconds, n, source } = statistic
  const parts = [
    difficultyP === null ? '' : fill(words.p, { n: difficultyP / 1000 }),
    difficultyB === null ? '' : fill(words.b, { n: difficultyB / 1000 }),
    discrimination === null ? '' : fill(words.discrimination, { n: discrimination / 1000 }),
    meanSeconds === null ? '' : fill(words.seconds, { n: meanSeconds }),
    n === 0 ? '' : fill(words.n, { n }),
  ]
  return (
    <span className="z-statistic">
      {parts.filter(Boolean).map(part => (
        <span key={part}>{part}</span>
      ))}
      <span className="z-note">{words.sources[source]}</span>
    </span>
  )
}
