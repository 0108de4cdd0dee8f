import { Empty, Part } from '../parts.tsx'
import type { AuctionProps } from '../view.ts'
import { words } from '../words.ts'

const w = words.ratings

/** 信用评价: what people said of each other after their deals. */
export function Ratings({ view }: AuctionProps) {
  return (
    <Part title={words.room.ratings}>
      {view.ratings.length === 0 ? (
        <Empty text={w.none} />
      ) : (
        <div className="lab-scroll">
          <table>
            <thead>
              <tr>
                {[w.deal, w.from, w.to, w.score, w.text].map(text => (
                  <th scope="col" key={text}>
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.ratings.map(({ deal, from, to, score, text }) => (
                <tr key={`${deal}-${from}`}>
                  <td>{deal}</td>
                  <td>{from}</td>
                  <td>{to}</td>
                  <td>
                    <span className={`pai-score pai-score-${score}`}>{words.scores[score] ?? score}</span>
                  </td>
                  <td>{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Part>
  )
}
