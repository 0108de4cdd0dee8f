import { fill, useWords } from '../../words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ChartFigure } from './chart-figure.tsx'
import { anchorOf, radarPath, spoke, twoLines } from './geometry.ts'

/** Marks by skill, each out of 100 in whole or tenth marks; `others` is the national mean when it may be shown. */
export type Skill = { readonly label: string; readonly mine: number; readonly others?: number }

const frame = { centre: { x: 220, y: 168 }, radius: 112 }
const rings = [20, 40, 60, 80, 100]

/** A result by skill. The pass line is drawn in cinnabar; each spoke carries its own number. Needs at least three skills. */
export function Radar({
  title,
  skills,
  passLine,
}: {
  readonly title: string
  readonly skills: readonly Skill[]
  readonly passLine: number
}) {
  const words = useWords(zh, en).chart
  const others = skills.flatMap(skill => (skill.others === undefined ? [] : [skill.others]))
  const compared = others.length === skills.length
  const head = compared ? [words.item, words.mine, words.others] : [words.item, words.mine]
  const rows = skills.map(skill => (compared ? [skill.label, skill.mine, skill.others ?? 0] : [skill.label, skill.mine]))
  return (
    <ChartFigure title={title} table={{ head, rows }}>
      <svg className="z-radar" viewBox="0 0 440 336" role="img" aria-label={skills.map(skill => `${skill.label} ${skill.mine}`).join('，')}>
        <Web n={skills.length} passLine={passLine} />
        {compared && <path className="z-radar-others" d={radarPath(others, 100, frame)} />}
        <path
          className="z-radar-mine"
          d={radarPath(
            skills.map(skill => skill.mine),
            100,
            frame,
          )}
        />
        {skills.map((skill, i) => (
          <SpokeLabel key={skill.label} skill={skill} i={i} n={skills.length} failing={skill.mine < passLine} />
        ))}
      </svg>
      <p className="z-chart-key">
        <span className="z-key-mine">{words.mine}</span>
        {compared && <span className="z-key-others">{words.others}</span>}
        <span className="z-key-pass">{fill(words.pass, { n: passLine })}</span>
      </p>
    </ChartFigure>
  )
}

const even = (n: number, value: number) => Array.from({ length: n }, () => value)

/** Rings, spokes and the pass line. */
function Web({ n, passLine }: { readonly n: number; readonly passLine: number }) {
  return (
    <>
      {rings.map(ring => (
        <path key={ring} className="z-radar-ring" d={radarPath(even(n, ring), 100, frame)} />
      ))}
      {even(n, 1).map((_, i) => (
        <line
          key={i}
          className="z-radar-ring"
          x1={frame.centre.x}
          y1={frame.centre.y}
          x2={spoke(i, n, 1, frame).x}
          y2={spoke(i, n, 1, frame).y}
        />
      ))}
      <path className="z-radar-pass" d={radarPath(even(n, passLine), 100, frame)} />
    </>
  )
}

function SpokeLabel({
  skill,
  i,
  n,
  failing,
}: {
  readonly skill: Skill
  readonly i: number
  readonly n: number
  readonly failing: boolean
}) {
  const dot = spoke(i, n, skill.mine / 100, frame)
  const at = spoke(i, n, 1.13, frame)
  const lines = twoLines(skill.label)
  const lift = at.y < frame.centre.y - 90 ? -16 * lines.length + 6 : at.y > frame.centre.y + 90 ? 10 : -8 * lines.length + 4
  return (
    <>
      <circle className={failing ? 'z-radar-dot z-radar-low' : 'z-radar-dot'} cx={dot.x} cy={dot.y} r="3.5" />
      <text className="z-radar-label" x={at.x} y={at.y + lift} style={{ textAnchor: anchorOf(i, n) }}>
        {lines.map((line, row) => (
          <tspan key={row} x={at.x} dy={row === 0 ? 0 : 16}>
            {line}
          </tspan>
        ))}
        <tspan className={failing ? 'z-radar-value z-radar-low' : 'z-radar-value'} x={at.x} dy="17">
          {skill.mine}
        </tspan>
      </text>
    </>
  )
}
