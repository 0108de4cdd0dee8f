import { Link } from 'react-router'
import { useWords } from '../../../../ui/words.ts'
import { en } from '../sealing/words.en.ts'
import { zh } from '../sealing/words.zh.ts'

export type SessionWay = 'sealing' | 'board' | 'results'
const PATHS = { sealing: 'sealing', board: 'board', results: 'results-in' } as const

/** From a session to its packages, to the board of its sites and to the results that came home; the page one stands on is left out. */
export function SessionWays({ sessionId, here }: { readonly sessionId: string; readonly here?: SessionWay }) {
  const words = useWords(zh, en).ways
  const ways = (['sealing', 'board', 'results'] as const).filter(way => way !== here)
  return (
    <nav className="z-ways" aria-label={words.label}>
      {ways.map(way => (
        <Link key={way} className="z-button" to={`/sessions/${sessionId}/${PATHS[way]}`}>
          {words[way]}
        </Link>
      ))}
    </nav>
  )
}
