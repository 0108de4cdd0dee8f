import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { DENSITIES, type Density } from './grid/grid-layout.ts'
import { FACES, type Face } from './seat-face.ts'

type Place = { readonly roomLabel: string; readonly seatLabel: string }
/** Where somebody stands on the wall: in the address, so that a reload, a crash and a colleague come to the same place. */
export type WallPlace = {
  /** Label of the room, or null for all rooms. */
  readonly room: string | null
  readonly face: Face | null
  /** The seat at which the keyboard stands. */
  readonly at: string | null
  /** The seat whose drawer is open, and the act in it. */
  readonly open: string | null
  readonly act: string | null
  readonly density: Density | 'auto'
}

export function readPlace(address: URLSearchParams): WallPlace {
  const face = FACES.find(one => one === address.get('state'))
  const density = DENSITIES.find(one => one === address.get('size'))
  return {
    room: address.get('room'),
    face: face ?? null,
    at: address.get('at'),
    open: address.get('seat'),
    act: address.get('act'),
    density: density ?? 'auto',
  }
}

const NAMES: Readonly<Record<keyof WallPlace, string>> = {
  room: 'room',
  face: 'state',
  at: 'at',
  open: 'seat',
  act: 'act',
  density: 'size',
}

export function withPlace(address: URLSearchParams, change: Partial<WallPlace>): URLSearchParams {
  const next = new URLSearchParams(address)
  for (const [name, value] of Object.entries(change) as [keyof WallPlace, string | null][])
    if (value === null || value === 'auto') next.delete(NAMES[name])
    else next.set(NAMES[name], value)
  return next
}

/**
 * The place, and the way to another. It changes at once and is written into the address afterwards: an address comes back a moment
 * later, and a key pressed in that moment would act on the seat before.
 */
export function useWallPlace(): readonly [WallPlace, (change: Partial<WallPlace>) => void] {
  const [address, setAddress] = useSearchParams()
  const [place, setPlace] = useState(() => readPlace(address))
  const latest = useRef(place)
  const go = (change: Partial<WallPlace>) => {
    const next = { ...latest.current, ...change }
    latest.current = next
    setPlace(next)
    setAddress(was => withPlace(was, next), { replace: true })
  }
  return [place, go]
}

/** The address of a seat on the wall, its drawer open, with an act at hand where one is named. */
export function seatAddress(sittingId: string, { roomLabel, seatLabel }: Place, act: string | null = null): string {
  return `/s/${sittingId}/wall?${withPlace(new URLSearchParams(), { open: `${roomLabel}|${seatLabel}`, act }).toString()}`
}
