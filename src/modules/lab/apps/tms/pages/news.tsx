import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { Block, Empty } from './parts.tsx'
import type { TmsProps } from './view.ts'
import { words } from './words.ts'

/** What carriers and recipients say, the latest first. */
export function News({ view }: TmsProps) {
  return (
    <Block title={words.room.news}>
      {view.mail.length === 0 && <Empty text={words.news.none} />}
      <ul className="tms-news">
        {view.mail.toReversed().map(({ kind, text, at }, i) => (
          <li key={i}>
            <time>{shortTime(at)}</time>
            <b>{kind}</b>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </Block>
  )
}
