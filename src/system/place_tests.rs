//! Paths of offices, and what is said of them.

use super::*;

const MOUNTINFO: &str = "\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 8:2 / /home rw - btrfs /dev/sda2 rw
31 22 0:40 / /mnt/amt rw - cifs //srv/amt rw
32 22 0:41 / /mnt/Förder\\040mittel rw - nfs4 srv:/f rw
33 30 0:42 / /home/a/wolke rw - fuse.rclone w: rw
34 30 0:43 / /home/a/.gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
35 22 0:44 / /mnt/stick rw - fuseblk /dev/sdb1 rw
36 22 0:45 / /mnt/over rw - fuse.fuse-overlayfs x rw
37 31 8:3 / /mnt/amt/lokal rw - ext4 /dev/sdc1 rw
38 22 0:46 / /run/user/1000/sshfs rw - fuse.sshfs a@b: rw
39 22 0:47 / /mnt/wechsel rw - nfs srv:/w rw
40 22 8:4 / /mnt/wechsel rw - xfs /dev/sdd1 rw
41 22 0:48 / /media/sf_Akten rw - vboxsf Akten rw
";

/// Path, and what is said of it: `-` for a disk of this computer.
const PATHS: [(&str, &str); 51] = [
    (r"C:\Users\a\AppData\Local\Foerderbuch\f.foerderbuch", "-"),
    (r"D:\Förderung\Jahr 2021\f.foerderbuch", "-"),
    (r"\\?\C:\sehr\lang\f.foerderbuch", "-"),
    (r"\\.\D:\f.foerderbuch", "-"),
    (r"\\srv\amt\f.foerderbuch", r"\\srv\amt"),
    (r"\\srv.land.de\Förder mittel$\x\f.foerderbuch", r"\\srv.land.de\Förder mittel$"),
    (r"\\?\UNC\srv\amt\f.foerderbuch", r"\\srv\amt"),
    (r"\\?\unc\srv\amt\f.foerderbuch", r"\\srv\amt"),
    (r"\\10.0.0.7\c$\f.foerderbuch", r"\\10.0.0.7\c$"),
    (r"\\wsl$\Debian\home\f.foerderbuch", r"\\wsl$\Debian"),
    ("//srv/amt/f.foerderbuch", r"\\srv\amt"),
    (r"H:\f.foerderbuch", "H:"),
    (r"h:\Eigene Dateien\f.foerderbuch", "H:"),
    ("H:/f.foerderbuch", "H:"),
    (r"\\?\H:\f.foerderbuch", "H:"),
    (r"C:\Users\a\OneDrive\f.foerderbuch", "OneDrive"),
    (r"C:\Users\a\OneDrive - Finanzministerium\Akten\f.foerderbuch", "OneDrive"),
    (r"C:\Users\a\onedrive\f.foerderbuch", "OneDrive"),
    (r"E:\Wolke\Akten\f.foerderbuch", "OneDrive"),
    (r"e:\wolke\f.foerderbuch", "OneDrive"),
    (r"E:\Wolkenstein\f.foerderbuch", "-"),
    (r"C:\Users\a\Finanzministerium\Team - Dokumente\f.foerderbuch", "OneDrive"),
    (r"C:\Users\a\Finanzministerium\Eigenes\f.foerderbuch", "-"),
    (r"C:\Users\a\OneDrive-Umzug\f.foerderbuch", "-"),
    (r"C:\Users\a\Dropbox\f.foerderbuch", "Dropbox"),
    (r"C:\Users\a\Dropbox (Amt)\f.foerderbuch", "Dropbox"),
    (r"G:\Meine Ablage\f.foerderbuch", "Google Drive"),
    (r"C:\Users\a\Google Drive\f.foerderbuch", "Google Drive"),
    (r"C:\Users\a\iCloudDrive\f.foerderbuch", "iCloud"),
    (r"C:\Users\a\Nextcloud\f.foerderbuch", "Nextcloud"),
    (r"C:\Users\a\Nextcloud2\f.foerderbuch", "Nextcloud"),
    (r"C:\Users\a\MagentaCLOUD\f.foerderbuch", "MagentaCLOUD"),
    (r"C:\Users\a\SharePoint\Team\f.foerderbuch", "SharePoint"),
    (r"C:\Users\a\OneDriver\f.foerderbuch", "-"),
    (r"C:\Users\a\Dropboxen\f.foerderbuch", "-"),
    (r"C:\Akten\OneDrive.foerderbuch", "-"),
    ("/home/a/f.foerderbuch", "-"),
    ("/tmp/ä ö/f.foerderbuch", "-"),
    ("/mnt/amt/f.foerderbuch", "/mnt/amt, cifs"),
    ("/mnt/amtlich/f.foerderbuch", "-"),
    ("/mnt/amt/lokal/f.foerderbuch", "-"),
    ("/mnt/Förder mittel/f.foerderbuch", "/mnt/Förder mittel, nfs4"),
    ("/home/a/wolke/x/f.foerderbuch", "/home/a/wolke, fuse.rclone"),
    ("/home/a/.gvfs/smb/f.foerderbuch", "/home/a/.gvfs, fuse.gvfsd-fuse"),
    ("/run/user/1000/sshfs/f.foerderbuch", "/run/user/1000/sshfs, fuse.sshfs"),
    ("/mnt/stick/f.foerderbuch", "-"),
    ("/mnt/over/f.foerderbuch", "-"),
    ("/mnt/wechsel/f.foerderbuch", "-"),
    ("/media/sf_Akten/f.foerderbuch", "/media/sf_Akten, vboxsf"),
    ("/media/sf_Akten2/f.foerderbuch", "-"),
    ("/home/a/ownCloud/f.foerderbuch", "ownCloud"),
];

#[test]
fn shares_and_synchronised_folders_are_told_from_disks() {
    let library = r"C:\Users\a\Finanzministerium\Team - Dokumente";
    let synced = [r"E:\Wolke", library].map(PathBuf::from).to_vec();
    let facts = Facts { synced, mounts: mounts(MOUNTINFO), remote: vec!['H'] };
    for (path, expected) in PATHS {
        let found = match judge(path, &facts) {
            None => "-".to_owned(),
            Some(Place::Network(name) | Place::Cloud(name)) => name,
        };
        assert_eq!(found, expected, "{path}");
    }
}

#[test]
fn what_lies_on_this_computer_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let real = std::fs::canonicalize(folder.path()).unwrap();
    assert_eq!(place(&real.join("f.foerderbuch")), None);
    let linked = folder.path().join("Nextcloud");
    std::fs::create_dir(&linked).unwrap();
    let file = linked.join("f.foerderbuch");
    assert_eq!(place(&file), Some(Place::Cloud("Nextcloud".to_owned())));
    #[cfg(unix)]
    {
        // A link outside leads into the synchronised folder all the same.
        let link = folder.path().join("lokal");
        std::os::unix::fs::symlink(&linked, &link).unwrap();
        assert_eq!(place(&link.join("f.foerderbuch")), Some(Place::Cloud("Nextcloud".to_owned())));
    }
}
