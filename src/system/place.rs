//! Where a file lies: on a disk of this computer, or where several computers write to it at once.
//! SQLite's locks do not hold on network drives, and a program that synchronises a folder takes
//! half-written states and puts back old ones.

use std::path::{Path, PathBuf};

/// A place at which nothing is booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A network drive, with its name or kind.
    Network(String),
    /// A folder that is synchronised with a cloud, with the name of the service.
    Cloud(String),
}

/// Names of folders that programs synchronise, as they begin, in lower case.
const CLOUDS: [(&str, &str); 18] = [
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("meine ablage", "Google Drive"),
    ("my drive", "Google Drive"),
    ("iclouddrive", "iCloud"),
    ("icloud drive", "iCloud"),
    ("mobile documents", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("magentacloud", "MagentaCLOUD"),
    ("seafile", "Seafile"),
    ("sharepoint", "SharePoint"),
    ("box sync", "Box"),
    ("pcloud", "pCloud"),
    ("hidrive", "HiDrive"),
    ("tresorit", "Tresorit"),
];

/// Kinds of file systems over a network, or shared by a virtual machine and its host, as Linux
/// names them.
const NETWORKS: [&str; 18] = [
    "nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "ceph", "gfs", "gfs2", "ocfs2",
    "lustre", "davfs", "coda", "beegfs", "vboxsf", "prl_fs",
];

/// Kinds of FUSE that stay on the computer.
const LOCAL_FUSE: [&str; 10] = [
    "fuse.fuse-overlayfs",
    "fuse.overlayfs",
    "fuse.encfs",
    "fuse.gocryptfs",
    "fuse.cryfs",
    "fuse.mergerfs",
    "fuse.bindfs",
    "fuse.snapfuse",
    "fuse.lxcfs",
    "fuse.portal",
];

/// What is known of the computer.
#[derive(Debug, Default)]
struct Facts {
    /// Folders that programs say they synchronise.
    synced: Vec<PathBuf>,
    /// Where which kind of file system begins, as in `/proc/self/mountinfo`.
    mounts: Vec<(String, String)>,
    /// Letters of drives that lie on the network.
    remote: Vec<char>,
}

/// What speaks against booking in that file; nothing on a disk of this computer.
#[must_use]
pub fn place(path: &Path) -> Option<Place> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // A link leads to where it leads; what is not there yet lies in its folder.
    let beside = || {
        let folder = std::fs::canonicalize(path.parent()?).ok()?;
        Some(folder.join(path.file_name()?))
    };
    let real = std::fs::canonicalize(&path).ok().or_else(beside);
    let facts = Facts::of_here(&path);
    let text = path.to_string_lossy();
    let found = judge(&text, &facts);
    found.or_else(|| judge(&real?.to_string_lossy(), &facts)).or_else(|| marked(&path))
}

/// What a path says, with what is known of the computer.
fn judge(path: &str, facts: &Facts) -> Option<Place> {
    let path = path.replace('\\', "/");
    let (path, is_share) = plain(&path);
    if is_share {
        let name: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).take(2).collect();
        return Some(Place::Network(format!(r"\\{}", name.join(r"\"))));
    }
    let mut signs = path.chars();
    if let (Some(letter), Some(':')) = (signs.next(), signs.next())
        && facts.remote.contains(&letter.to_ascii_uppercase())
    {
        return Some(Place::Network(format!("{}:", letter.to_ascii_uppercase())));
    }
    cloud(&path, facts).or_else(|| mounted(&path, facts))
}

/// The path without the prefixes of Windows, and whether it names a share of another computer.
fn plain(path: &str) -> (String, bool) {
    if let Some(rest) = strip(path, "//?/UNC/") {
        return (rest.to_owned(), true);
    }
    if let Some(rest) = strip(path, "//?/").or_else(|| strip(path, "//./")) {
        return (rest.to_owned(), false);
    }
    path.strip_prefix("//").map_or_else(|| (path.to_owned(), false), |rest| (rest.to_owned(), true))
}

fn strip<'a>(path: &'a str, prefix: &str) -> Option<&'a str> {
    let start = path.get(..prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then(|| &path[prefix.len()..])
}

fn cloud(path: &str, facts: &Facts) -> Option<Place> {
    let low = path.to_lowercase();
    let synced = facts.synced.iter().any(|folder| {
        let folder = folder.to_string_lossy().replace('\\', "/").to_lowercase();
        let folder = folder.trim_end_matches('/');
        !folder.is_empty()
            && low.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    // The last part is the file itself, which may be called as it likes.
    let folders = low.rsplit_once('/').map_or("", |(folders, _)| folders);
    let named = folders.split('/').find_map(|folder| {
        CLOUDS.iter().find(|(start, _)| is_called(folder, start)).map(|(_, name)| *name)
    });
    let name = named.or(synced.then_some("OneDrive"))?;
    Some(Place::Cloud(name.to_owned()))
}

/// "OneDrive", "OneDrive - Ministerium", "Nextcloud2": the name, and nothing of another word, as in
/// "OneDrive-Umzug".
fn is_called(folder: &str, start: &str) -> bool {
    let of_another = |sign: char| sign.is_alphabetic() || matches!(sign, '-' | '_');
    folder.strip_prefix(start).is_some_and(|rest| !rest.starts_with(of_another))
}

/// The file system under the longest mount point above the path.
fn mounted(path: &str, facts: &Facts) -> Option<Place> {
    let above = |point: &str| {
        point == "/"
            || path.strip_prefix(point).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let mounts = facts.mounts.iter().filter(|(point, _)| above(point));
    let (point, kind) = mounts.max_by_key(|(point, _)| point.len())?;
    let fuse = kind.starts_with("fuse.") && !LOCAL_FUSE.contains(&kind.as_str());
    (fuse || NETWORKS.contains(&kind.as_str())).then(|| Place::Network(format!("{point}, {kind}")))
}

/// The mount points of `/proc/self/mountinfo`, the later ones over the earlier (proc(5)).
fn mounts(mountinfo: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in mountinfo.lines() {
        let Some((before, after)) = line.split_once(" - ") else { continue };
        let (Some(point), Some(kind)) = (before.split(' ').nth(4), after.split(' ').next()) else {
            continue;
        };
        let point = unescaped(point);
        found.retain(|(other, _)| *other != point);
        found.push((point, kind.to_owned()));
    }
    found
}

/// Blanks and the like stand there as three octal digits: `\040`.
fn unescaped(point: &str) -> String {
    let mut plain = point.to_owned();
    for (code, sign) in [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")] {
        plain = plain.replace(code, sign);
    }
    plain
}

impl Facts {
    fn of_here(path: &Path) -> Self {
        let synced = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];
        let named = synced.iter().filter_map(std::env::var_os).map(PathBuf::from);
        let synced = named.chain(synced_libraries()).collect();
        let mountinfo = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        Self { synced, mounts: mounts(&mountinfo), remote: remote_drive(path) }
    }
}

#[cfg(windows)]
use super::desktop::remote_drive;

/// Folders of the libraries that OneDrive synchronises from SharePoint and Teams: they lie outside
/// its own folder, under the name of the organisation.
#[cfg(windows)]
fn synced_libraries() -> Vec<PathBuf> {
    const PROVIDERS: &str = r"Software\SyncEngines\Providers\OneDrive";
    let Ok(all) = windows_registry::CURRENT_USER.open(PROVIDERS) else { return Vec::new() };
    let Ok(names) = all.keys() else { return Vec::new() };
    let folder = |name: String| all.open(name).ok()?.get_string("MountPoint").ok();
    names.filter_map(folder).map(PathBuf::from).collect()
}

#[cfg(not(windows))]
const fn synced_libraries() -> Vec<PathBuf> {
    Vec::new()
}

/// Other systems have no letters.
#[cfg(not(windows))]
const fn remote_drive(_path: &Path) -> Vec<char> {
    Vec::new()
}

/// What Windows says of a file itself: programs that synchronise mark what they may fetch later.
#[cfg(windows)]
fn marked(path: &Path) -> Option<Place> {
    use std::os::windows::fs::MetadataExt as _;
    // FILE_ATTRIBUTE_PINNED, _UNPINNED, _RECALL_ON_OPEN and _RECALL_ON_DATA_ACCESS.
    const FETCHED: u32 = 0x0008_0000 | 0x0010_0000 | 0x0004_0000 | 0x0040_0000;
    // A folder that is synchronised is marked where a file that was just made in it is not yet.
    let marked = |place: &Path| {
        std::fs::metadata(place).is_ok_and(|known| known.file_attributes() & FETCHED != 0)
    };
    path.ancestors().any(marked).then(|| Place::Cloud("Cloud".to_owned()))
}

#[cfg(not(windows))]
const fn marked(_path: &Path) -> Option<Place> {
    None
}

#[cfg(test)]
#[path = "place_tests.rs"]
mod tests;
