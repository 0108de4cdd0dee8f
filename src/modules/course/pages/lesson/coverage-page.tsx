import { Link } from 'react-router'
import type { AnswerOf } from '../../../../ui/client.ts'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { readLessonCoverage } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './lesson.css'

type Level = AnswerOf<typeof readLessonCoverage>['levels'][number]

/** Every assessment point with the lessons that teach it, level by level and area by area. */
export function CoveragePage() {
  const words = useWords(zh, en)
  const read = useRead(readLessonCoverage, {})
  return (
    <>
      <PageHead title={words.coverage.title} purpose={words.coverage.purpose} trail={<Link to="/lessons">{words.page.trail}</Link>} />
      {read.isPending && <WaitingSkeleton lines={12} />}
      {read.isError && <RefusalNote refusal={read.error.told} />}
      {read.data?.levels.map(level => (
        <CoveredLevel key={level.level} level={level} />
      ))}
    </>
  )
}

function CoveredLevel({ level }: { readonly level: Level }) {
  const words = useWords(zh, en)
  const name = words.list.levels[level.level as keyof typeof words.list.levels]
  const whole = level.uncovered === 0
  const text = whole ? fill(words.coverage.whole, { n: level.points.length }) : fill(words.coverage.open, { open: level.uncovered })
  return (
    <section className="course-coverage">
      <h2>
        {name} <small className={whole ? 'course-whole' : 'course-open'}>{text}</small>
      </h2>
      {[...Map.groupBy(level.points, point => point.area.join(' / '))].map(([area, points]) => (
        <details key={area} open={points.some(point => point.lessons.length === 0)}>
          <summary>
            {area} <small className="z-number">{points.length}</small>
          </summary>
          <PointTable points={points} />
        </details>
      ))}
    </section>
  )
}

function PointTable({ points }: { readonly points: Level['points'] }) {
  const { coverage: words } = useWords(zh, en)
  return (
    <div className="course-table">
      <table>
        <thead>
          <tr>
            {[words.point, words.name, words.importance, words.lessons].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(point => (
            <tr key={point.code}>
              <td className="z-number">{point.code}</td>
              <td>{point.name}</td>
              <td>{point.importance}</td>
              <td>
                {point.lessons.length === 0 ? <strong className="course-open">{words.none}</strong> : null}
                {point.lessons.map(id => (
                  <Link key={id} to={`/lessons/${id}`} className="course-chip z-number">
                    {id}
                  </Link>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
