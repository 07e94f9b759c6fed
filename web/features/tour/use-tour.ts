import { useLocalStorage } from '@mantine/hooks'
import { useCentre } from '../../app/centre-context.ts'
import { useSession } from '../../app/session.ts'
import { stepsFor, type TourStep } from './tour-steps.ts'

type Kept = { open: boolean; at: string | null; done: string[] }
const fresh: Kept = { open: false, at: null, done: [] }

/** The first hour of this person: where they stand in it; kept by this browser, apart for each account. */
export function useTour() {
  const centre = useCentre()
  const session = useSession()
  const [kept, keep] = useLocalStorage<Kept>({
    key: `otklik.first-hour.${session.account?.id ?? ''}`,
    defaultValue: fresh,
    getInitialValueInEffect: false,
  })
  const steps = stepsFor(centre)
  const found = steps.findIndex((step) => step.key === kept.at)
  const at = Math.max(found, 0)
  const change = (part: Partial<Kept>) => keep((before) => ({ ...before, ...part }))
  const leave = (index: number) =>
    change({ at: steps[index]?.key ?? null, done: [...new Set([...kept.done, steps[at]!.key])] })
  return {
    steps,
    at,
    isOpen: kept.open && steps.length > 0,
    isDone: (step: TourStep) => kept.done.includes(step.key),
    open: () => change({ open: true }),
    close: () => change({ open: false }),
    goTo: leave,
    finish: () => change(fresh),
  }
}
export type Tour = ReturnType<typeof useTour>
