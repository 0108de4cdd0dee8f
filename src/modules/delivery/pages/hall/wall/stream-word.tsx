import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { clockSeconds } from '../desk/ago.ts'
import { useHall } from '../desk/hall.ts'
import { useWall } from './wall-provider.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Says in words whether what is shown is what is: live, or as of when. */
export function StreamWord() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { stream, heardAt, again } = useWall()
  const { offsetMs } = useHall()
  const time = heardAt === null ? null : clockSeconds(heardAt + offsetMs)
  const asOf = time === null ? '' : fill(words.asOf, { time })
  switch (stream.kind) {
    case 'opening':
      return (
        <span role="status" className="h-stream">
          <StateWord tone="idle">{words.opening}</StateWord>
        </span>
      )
    case 'open':
      return (
        <span className="h-stream">
          <StateWord tone="done">{words.live}</StateWord>
          <span className="z-note">{asOf}</span>
        </span>
      )
    case 'lost':
      return (
        <span role="status" className="h-stream h-stream-lost">
          <StateWord tone="waiting" strong>
            {words.lost}
          </StateWord>
          {time !== null && <span>{fill(words.lostSince, { time })}</span>}
        </span>
      )
    case 'refused':
      return (
        <span role="alert" className="h-stream h-stream-lost">
          <StateWord tone="failing" strong>
            {words.refused}
          </StateWord>
          <span>{stream.told[language]}</span>
          <button type="button" className="z-link" onClick={again}>
            {words.again}
          </button>
        </span>
      )
  }
}
