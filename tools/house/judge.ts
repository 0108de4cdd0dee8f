import type { House } from './house.ts'
import type { Place } from './place.ts'

/** May a file at `from` reach for a file at `to`? Answers null, or the fault in words. */
export function judge(house: House, from: Place, to: Place): string | null {
  if (from.kind === 'outside') return null
  if (to.kind === 'app' && from.kind !== 'app') return 'nobody imports apps'
  if (to.kind === 'outside') return 'an import leaves src'
  if (from.kind === 'app') return judgeApp(house, from.app, to)
  if (from.kind === 'area') return judgeArea(house, from.area, to)
  return judgeRoom(house, from, to)
}

function judgeApp(house: House, name: string, to: Place): string | null {
  const app = house.apps[name]
  if (!app) return `app ${name} is not in the table`
  if (to.kind === 'app') return to.app === name ? null : 'apps do not know each other'
  if (to.kind === 'area') return app.outside.includes(to.area) ? null : `app ${name} may not use ${to.area}`
  if (to.kind !== 'room') return null
  if (app.mounts !== 'all' && !app.mounts.includes(to.module)) return `app ${name} may not mount ${to.module}`
  return app.doors.includes(to.room) ? null : `app ${name} enters ${to.module} by ${app.doors.join(' or ')}, not ${to.room}`
}

function judgeArea(house: House, area: string, to: Place): string | null {
  const known = house.areas[area]
  if (!known) return `no such area '${area}'`
  const target = to.kind === 'area' ? to.area : 'modules'
  return known.includes(target) ? null : `${area} may not know ${target}`
}

function judgeRoom(house: House, from: Extract<Place, { kind: 'room' }>, to: Place): string | null {
  const known = house.modules[from.module]
  const room = house.rooms[from.room]
  if (!known) return `module ${from.module} is not in the table`
  if (!room) return `no such room '${from.room}'`
  if (to.kind === 'area') return room.outside.includes(to.area) ? null : `${from.room} may not use ${to.area}`
  if (to.kind !== 'room') return null
  if (to.module === from.module) {
    if (from.plugin && to.plugin && from.plugin !== to.plugin) return `plug-ins do not know each other (${from.plugin}, ${to.plugin})`
    return room.own.includes(to.room) ? null : `${from.room} may not import own ${to.room}`
  }
  if (!known.includes(to.module)) return `${from.module} may not know ${to.module}`
  if (room.doors.includes(to.room)) return null
  return `${from.room} may enter ${to.module} only by ${room.doors.join(' or ') || 'no door'}, not ${to.room}`
}
