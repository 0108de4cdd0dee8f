import { useRead } from '../../../../ui/use-endpoint.ts'
import { showSpecification } from '../../contract.ts'

type Props = { readonly editionId: string; readonly level: string; readonly codes: readonly string[] }

/** Assessment points by code and name, with the ranges they lie in; the code alone while the table is not there. */
export function PointNames({ editionId, level, codes }: Props) {
  const table = useRead(showSpecification, { query: { editionId, level } })
  const points = new Map(table.data?.points.map(point => [point.code, point]))
  return codes.map(code => {
    const point = points.get(code)
    const name = point === undefined ? '' : [...point.ranges.slice(1).map(range => range.name), point.name].join('／')
    return (
      <span key={code} className="z-point-name">
        <code>{code}</code>
        <span>{name}</span>
      </span>
    )
  })
}
