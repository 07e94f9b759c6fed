import { NativeSelect, SegmentedControl } from '@mantine/core'
import { hexagonWidths, type MapLayer, mapLayers } from '../../../src/insight/contract-map-routes.ts'
import { type MeasureCode, measureCodes } from '../../../src/insight/contract.ts'
import { useWords } from '../../ui/words.ts'
import { measureWords } from '../insight/measure-words.ts'
import type { MapSearch } from './map-search.ts'
import { mapWords } from './map-words.ts'
import styles from './map.module.css'
import { tellWidth } from './tell-width.ts'

/** What the map shows: which measure, by which places, in how wide hexagons. */
export function MapToolbar(props: { search: MapSearch; onChange: (change: Partial<MapSearch>) => void }) {
  const t = useWords(mapWords)
  const names = useWords(measureWords)
  const { search, onChange } = props
  const layer = search.layer ?? 'hexagons'
  return (
    <div className={styles.toolbar}>
      <NativeSelect
        aria-label={t('measure')}
        value={search.measure ?? 'received'}
        onChange={(event) => {
          const code = event.currentTarget.value as MeasureCode
          onChange({ measure: code === 'received' ? undefined : code })
        }}
        data={measureCodes.map((value) => ({ value, label: names(`measure.${value}`) }))}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('layer')}
        value={layer}
        onChange={(value) => onChange({ layer: value === 'hexagons' ? undefined : (value as MapLayer) })}
        data={mapLayers.map((value) => ({ value, label: t(`layer.${value}`) }))}
      />
      {layer === 'hexagons' ? (
        <NativeSelect
          aria-label={t('width')}
          value={search.width ?? '300'}
          onChange={(event) => {
            const width = event.currentTarget.value
            onChange({ width: width === '300' ? undefined : width })
          }}
          data={hexagonWidths.map((width) => ({ value: String(width), label: tellWidth(width) }))}
        />
      ) : null}
    </div>
  )
}
