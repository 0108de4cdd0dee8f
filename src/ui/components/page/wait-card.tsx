import { Link } from 'react-router'
import { showCount } from '../../format.ts'
import { useWords } from '../../words.ts'
import { StateShape, type Tone } from '../mark/state-word.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

export type Waiting = {
  readonly count: number
  /** What is counted: “份申报待审”. */
  readonly what: string
  /** The nearest term: “最早一份还有2天”. */
  readonly due?: string
  readonly tone?: Tone
  readonly to: string
}

/** One thing that waits for this person, as a number one can read from the door, and the way to it. */
export function WaitCard({ count, what, due, tone = 'waiting', to }: Waiting) {
  return (
    <Link className="z-wait" to={to}>
      <span className="z-wait-count">{showCount(count)}</span>
      <span className="z-wait-what">{what}</span>
      {due && (
        <span className="z-wait-due">
          <StateShape tone={tone} />
          {due}
        </span>
      )}
    </Link>
  )
}

/** What waits for a person at their home: cards in the order of urgency, or one calm sentence. */
export function WaitCards({ waits }: { readonly waits: readonly Waiting[] }) {
  const words = useWords(zh, en).wait
  const open = waits.filter(wait => wait.count > 0)
  if (open.length === 0)
    return (
      <p className="z-wait-none">
        <StateShape tone="done" />
        {words.none}
      </p>
    )
  return (
    <div className="z-waits">
      {open.map(wait => (
        <WaitCard key={wait.to} {...wait} />
      ))}
    </div>
  )
}
