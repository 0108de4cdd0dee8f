/**
 * The one door to hooks for views that run in both worlds (interactions, laboratory apps, public pages):
 * React in the portal, Preact in the exam client, the laboratory and the public pages, where the build resolves this file to `preact/hooks`.
 * Such views also use `onInput` (not `onChange`) for text and name no other React export.
 */
export { useCallback, useEffect, useId, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react'
