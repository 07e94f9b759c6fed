import type { Days } from '../../../src/insight/contract.ts'
import { ConditionsButton } from '../../ui/conditions-button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { BodiesSwitch } from './bodies-switch.tsx'
import { FigureConditions } from './figure-conditions.tsx'
import { type InsightSearch, noFilters } from './insight-search.ts'
import { PeriodDays, PresetRow } from './period-bar.tsx'
import { useFiltersInForce } from './use-filters-in-force.ts'

/** The head of every screen of figures: ready periods, two days, the conditions under one button, and what is in force. */
export function PeriodAndFilters(props: {
  search: InsightSearch
  /** The days that the figures are of; unknown before the first answer. */
  period: Days | undefined
  onChange: (change: Partial<InsightSearch>) => void
}) {
  const { search, period, onChange } = props
  return (
    <>
      <PresetRow search={search} period={period} onChange={onChange} />
      <FilterBar
        inForce={useFiltersInForce(search)}
        onRemove={(key) => onChange({ [key]: undefined })}
        onReset={() => onChange(noFilters)}
      >
        <PeriodDays search={search} period={period} onChange={onChange} />
        <BodiesSwitch search={search} onChange={onChange} />
        <ConditionsButton>
          <FigureConditions search={search} onChange={onChange} />
        </ConditionsButton>
      </FilterBar>
    </>
  )
}
