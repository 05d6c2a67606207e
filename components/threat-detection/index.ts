export { Administration, DetectionService, detectionProblems, type DetectionSettings } from "./detection-plan.ts";
export { archiveProblems, type FindingsArchive } from "./findings-archive.ts";
export type { PhiBucket } from "./malware-scan.ts";
export { ThreatDetection, type ThreatDetectionArgs } from "./threat-detection.ts";
