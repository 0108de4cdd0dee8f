import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { Empty, Part } from './parts.tsx'
import type { AuctionProps } from './view.ts'
import { words } from './words.ts'

/** What the house tells a member, the latest first. */
export function News({ view }: AuctionProps) {
  return (
    <Part title={words.room.news}>
      {view.mail.length === 0 && <Empty text={words.news.none} />}
      <ul className="pai-news">
        {view.mail.toReversed().map(({ text, at }, i) => (
          <li key={i}>
            <time>{shortTime(at)}</time>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
