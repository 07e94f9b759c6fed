/**
 * The base map: what lies under the figures of a centre's map. Owns the words layer (features of GeoJSON that the centre gave),
 * file of tiles and outside tiles. Promises that whose data it is always goes with it; that a layer keeps shapes, kinds and names
 * and nothing else of what a file said; that it is thinned no more than a browser needs; and that a browser is let out to an outside
 * address only where the settings of the installation name it.
 */
export { addLayer, largestFile, prepareLayer } from './add-layer.ts'
export { addFolderMap, hasLayers } from './folder-map.ts'
export { baseMapRoutes, type OutsideTiles } from './routes.ts'
