import { PointNames } from './point-names.tsx'
import { placeName } from './place-name.ts'
import type { PlacingGroup } from '../../core/versions/placing-groups.ts'

/** The editions and levels that an item serves beside its own, each with its points by code and name. */
export function PlacingLines({ groups }: { readonly groups: readonly PlacingGroup[] }) {
  return (
    <ul className="z-placing-lines">
      {groups.map(({ editionId, level, points }) => (
        <li key={`${editionId} ${level}`}>
          <p className="z-note">{placeName({ editionId, level })}</p>
          <PointNames editionId={editionId} level={level} codes={points} />
        </li>
      ))}
    </ul>
  )
}
