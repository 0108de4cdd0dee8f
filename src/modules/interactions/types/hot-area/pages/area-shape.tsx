import type { Shape } from '../type.ts'

/** The outline of an area in the pixels of its picture. */
export function AreaShape({ shape }: { readonly shape: Shape }) {
  switch (shape.kind) {
    case 'rect':
      return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} />
    case 'circle':
      return <circle cx={shape.x} cy={shape.y} r={shape.radius} />
    case 'polygon':
      return <polygon points={shape.points.map(point => `${point.x},${point.y}`).join(' ')} />
  }
}
