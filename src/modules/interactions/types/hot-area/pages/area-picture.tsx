import { type MediaUrl, bankMediaUrl } from '../../../pages/view-props.ts'
import type { Area, HotAreaPublic, Shape } from '../type.ts'
import { boxOf, clipOf } from './area-box.ts'

type Picture = HotAreaPublic['picture']
type Props = {
  readonly picture: Picture
  readonly mediaUrl: MediaUrl | undefined
  /** `mark` is the letter of the area in the list, or nothing; `look` is a class of its outline. */
  readonly areas: readonly { readonly area: Area; readonly look: string; readonly mark: string }[]
  /** Absent where the picture is only looked at. */
  readonly onChoose?: (id: string) => void
  readonly isOff?: boolean
}

/** A picture with outlines over it and, where areas can be chosen, a native button over each of them. */
export function AreaPicture({ picture, mediaUrl = bankMediaUrl, areas, onChoose, isOff = false }: Props) {
  const letterSize = picture.width / 32
  return (
    <div className="z-area-picture">
      <img src={mediaUrl(picture.media)} alt={picture.alt} width={picture.width} height={picture.height} draggable={false} />
      <svg viewBox={`0 0 ${picture.width} ${picture.height}`} aria-hidden="true">
        {areas.map(({ area, look, mark }) => (
          <g className={`z-area z-area-${look}`} key={area.id}>
            <Outline shape={area.shape} />
            {mark === '' ? null : <Mark shape={area.shape} text={mark} size={letterSize} />}
          </g>
        ))}
      </svg>
      {onChoose === undefined
        ? null
        : areas.map(({ area, look }) => (
            <button
              type="button"
              className={`z-area-button z-area-button-${area.shape.kind}`}
              style={areaStyle(area.shape, picture)}
              aria-label={area.label}
              aria-pressed={look === 'chosen'}
              disabled={isOff}
              onClick={() => onChoose(area.id)}
              key={area.id}
            />
          ))}
    </div>
  )
}

/** Where the button lies, as shares of the picture, whatever size it is shown in. */
function areaStyle(shape: Shape, { width, height }: Picture): React.CSSProperties {
  const box = boxOf(shape)
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`
  const clip = clipOf(shape)
  return {
    left: percent(box.x, width),
    top: percent(box.y, height),
    width: percent(box.width, width),
    height: percent(box.height, height),
    ...(clip === null ? {} : { clipPath: clip }),
  }
}

function Outline({ shape }: { readonly shape: Shape }) {
  switch (shape.kind) {
    case 'rect':
      return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx="4" />
    case 'circle':
      return <circle cx={shape.x} cy={shape.y} r={shape.radius} />
    case 'polygon':
      return <polygon points={shape.points.map(point => `${point.x},${point.y}`).join(' ')} />
  }
}

/** A letter in the upper left corner of an area, so that nothing depends on colour. */
function Mark({ shape, text, size }: { readonly shape: Shape; readonly text: string; readonly size: number }) {
  const { x, y } = boxOf(shape)
  return (
    <g className="z-area-mark">
      <rect x={x} y={y} width={size * 1.2} height={size * 1.2} />
      <text x={x + size * 0.6} y={y + size * 0.92} style={{ fontSize: `${size * 0.9}px` }}>
        {text}
      </text>
    </g>
  )
}
