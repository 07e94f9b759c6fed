import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconCircleDot,
  IconFileText,
  IconInbox,
  IconNote,
  IconPlayerPause,
  IconSend,
  IconTag,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react'
import type { Moment } from '../../ui/timeline.tsx'

/** Icons by the beginning of the action's code; the first that fits is taken. */
const looks: readonly [RegExp, Icon, Moment['tone'] | undefined][] = [
  [/registered|continued|imported/, IconInbox, 'accent'],
  [/delivered/, IconSend, 'green'],
  [/closed|approved/, IconCheck, 'green'],
  [/returned|reopened/, IconArrowBackUp, 'amber'],
  [/forwarded|joined|absorbed/, IconArrowForwardUp, undefined],
  [/postponed|extended/, IconPlayerPause, 'amber'],
  [/assigned|taken/, IconUserCheck, undefined],
  [/answer/, IconFileText, undefined],
  [/topic|place|qualified/, IconTag, undefined],
  [/noted|attached/, IconNote, undefined],
  [/erased/, IconCircleDot, 'red'],
]

/** The icon and tone of an action in a history; they only repeat its name. */
export function lookOf(action: string): Pick<Moment, 'icon' | 'tone'> {
  const look = looks.find(([code]) => code.test(action))
  return { icon: look?.[1] ?? IconCircleDot, ...(look?.[2] === undefined ? {} : { tone: look[2] }) }
}
